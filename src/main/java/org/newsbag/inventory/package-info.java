/** What is there: walks the sources, keeps every name byte for byte, and gives every kind of thing a decided, reported fate. Opens nothing. */
package org.newsbag.inventory;
