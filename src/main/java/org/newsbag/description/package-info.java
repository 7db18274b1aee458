/** The documents that describe a bag: Dublin Core as JSON-LD, PREMIS 3, technical metadata, and the table that a person corrects. */
package org.newsbag.description;
