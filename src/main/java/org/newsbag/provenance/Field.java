package org.newsbag.provenance;

/** What newsbag looks for in a document. */
public enum Field {
    HEADLINE("headline"),
    /** A short line above the headline. */
    KICKER("kicker"),
    OUTLET("outlet"),
    /** The dateline verbatim: place, agency or outlet, and what stands between them. */
    DATELINE("dateline"),
    DATELINE_PLACE("dateline.place"),
    DATELINE_AGENCY("dateline.agency"),
    DATELINE_DATE("dateline.date"),
    /** Persons only, one evidence row each. */
    BYLINE("byline"),
    /** A wire agency that delivered the text, in the dateline or in a credit without a place. */
    AGENCY("agency"),
    /** The outlet or agency that the text says it was taken over from. */
    REPUBLISHED_FROM("republished-from"),
    /** An agency that the text quotes. */
    CITED("cited"),
    ISSUED("issued"),
    MODIFIED("modified");

    private final String id;

    Field(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }
}
