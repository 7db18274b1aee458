/**
 * What one file holds: media type, text, language, technical metadata, what the file states about itself, and the outcome of trying.
 * {@link org.newsbag.extract.Extractor} is the front door. Apache Tika, ICU4J's charset detector and jsoup stop here.
 */
package org.newsbag.extract;
