package org.newsbag.description;

import java.util.List;

/**
 * One PREMIS event, less its time.
 *
 * @param id a local identifier that objects link to
 * @param type a term of the Library of Congress's event types
 * @param notes of the outcome
 * @param agents local identifiers of who did it
 */
record PremisEvent(String id, String type, String detail, String outcome, List<String> notes, List<String> agents) {
    static final String CAPTURE = "capture";
    static final String DIGEST = "message-digest-calculation";
    static final String FORMAT = "format-identification";
    static final String PACKAGING = "information-package-creation";
    static final String PACKAGER = "agent/packager";
    static final String EXTRACTOR = "agent/extractor";

    static PremisEvent of(String id, String type, String detail) {
        return new PremisEvent(id, type, detail, "success", List.of(), List.of(PACKAGER));
    }

    PremisEvent withNotes(List<String> more) {
        return more.isEmpty() ? this : new PremisEvent(id, type, detail, "success with notes", more, agents);
    }

    PremisEvent by(String agent) {
        return new PremisEvent(id, type, detail, outcome, notes, List.of(agent));
    }
}
