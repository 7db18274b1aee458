/** Relative paths as bags and sources name them, their order, and what other systems make of them. */
package org.newsbag.path;
