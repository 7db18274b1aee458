/**
 * Where a text comes from: outlet, dateline, byline, headline and date, each with its evidence and none invented.
 * {@link org.newsbag.provenance.ProvenanceReader} is the front door; it does no I/O once loaded.
 */
package org.newsbag.provenance;
