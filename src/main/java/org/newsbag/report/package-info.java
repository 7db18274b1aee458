/**
 * What an audit shows people. The front door is {@link org.newsbag.report.ReportPage}, which makes one page of an {@link org.newsbag.report.AuditReport}; the same
 * as JSON, the bags as a table and the promise as a line are beside it. The charts of the page are drawn by JFreeChart (docs/report.md).
 */
package org.newsbag.report;
