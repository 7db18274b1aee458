/** What newsbag has to say about its input: a stable code, a severity, a place and a sentence. Bad input is a finding, never an exception. */
package org.newsbag.finding;
