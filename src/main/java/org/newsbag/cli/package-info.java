/** The command line: options in, words and exit codes out. The only place that prints or exits. */
package org.newsbag.cli;
