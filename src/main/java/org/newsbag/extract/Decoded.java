package org.newsbag.extract;

/**
 * Bytes that were read as text.
 *
 * @param text as decoded; line ends and byte order mark as they were
 * @param charset in which, and how that was found
 */
record Decoded(String text, Identified charset) {}
