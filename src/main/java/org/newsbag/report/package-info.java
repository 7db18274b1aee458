/** What an audit shows people. The front door is {@code ReportPage}, which makes one page of an {@code AuditReport}. */
package org.newsbag.report;
