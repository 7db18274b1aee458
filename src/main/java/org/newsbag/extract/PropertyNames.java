package org.newsbag.extract;

/** Names of properties that parsers of ours add to those of Tika. */
final class PropertyNames {
    static final String CHARSET_FOUND_BY = "newsbag:charset-found-by";
    static final String JSON_LD = "html:json-ld";
    static final String HTML_TITLE = "html:title";
    static final String HTML_LANGUAGE = "html:lang";
    static final String HTML_CANONICAL = "html:canonical";
    static final String HTML_TIME = "html:time";
    static final String HTML_ONLY_DAY = "html:time:only-day";
    static final String HTML_REL_AUTHOR = "html:rel-author";
    static final String HTML_MICRODATA = "html:microdata:";
    static final String HTML_BASE = "html:base";
    /** Before the name of a meta tag, {@code og:title} and the like included. */
    static final String HTML_META = "html:meta:";

    private PropertyNames() {}
}
