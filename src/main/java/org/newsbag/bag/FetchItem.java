package org.newsbag.bag;

import java.util.OptionalLong;

/**
 * One line of {@code fetch.txt}: a payload file that is to be had elsewhere (RFC 8493, section 2.2.3).
 *
 * @param url absolute, of any scheme
 * @param length in octets; empty where the line says {@code -}
 * @param path as the bag would hold it, normalized, below {@code data/}
 * @param line in {@code fetch.txt}, from 1
 */
public record FetchItem(String url, OptionalLong length, String path, int line) {
    /** The same line for a file that the bag spells otherwise. */
    public FetchItem at(String otherPath) {
        return new FetchItem(url, length, otherPath, line);
    }
}
