package org.newsbag.extract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gathers what a file states about itself out of the properties of its parts. */
final class Statements {
    private static final Set<String> ARCHIVED_WEB = Set.of("application/warc", "application/warc+gz");

    private Statements() {}

    static List<Statement> of(List<ReadPart> parts) {
        var own = parts.get(0);
        var found = new LinkedHashSet<>(of(own));
        // A web archive of one page speaks for that page.
        if (ARCHIVED_WEB.contains(own.mediaType()))
            onlyPage(parts).ifPresent(page -> {
                found.addAll(of(page));
                found.addAll(
                        StatementRules.of(Statement.Source.WARC, page.part().properties()));
            });
        return List.copyOf(found);
    }

    private static List<Statement> of(ReadPart part) {
        var properties = part.part().properties();
        var found = new ArrayList<Statement>();
        for (var source : sources(part.mediaType())) {
            if (source == Statement.Source.JSON_LD)
                for (var block : properties.getOrDefault(PropertyNames.JSON_LD, List.of()))
                    found.addAll(JsonLd.read(block));
            else found.addAll(StatementRules.of(source, properties));
        }
        return found;
    }

    private static Optional<ReadPart> onlyPage(List<ReadPart> parts) {
        var pages = parts.stream()
                .filter(part -> part.mediaType().contains("html"))
                .filter(part -> part.part().properties().containsKey("warc:WARC-Target-URI"))
                .toList();
        return pages.size() == 1 ? Optional.of(pages.get(0)) : Optional.empty();
    }

    /** The kinds of metadata that a format carries. Tika puts several under the same names, so that the format decides. */
    private static List<Statement.Source> sources(String mediaType) {
        if (mediaType.contains("html"))
            return List.of(Statement.Source.JSON_LD, Statement.Source.OPENGRAPH, Statement.Source.HTML_META);
        if (mediaType.equals("application/pdf")) return List.of(Statement.Source.PDF);
        if (mediaType.equals("application/epub+zip")) return List.of(Statement.Source.EPUB);
        if (mediaType.equals("message/rfc822") || mediaType.equals("application/vnd.ms-outlook"))
            return List.of(Statement.Source.MAIL);
        if (mediaType.startsWith("image/"))
            return List.of(Statement.Source.IPTC, Statement.Source.XMP, Statement.Source.EXIF);
        if (mediaType.startsWith("audio/") || mediaType.startsWith("video/"))
            return List.of(Statement.Source.AUDIO_VIDEO);
        if (mediaType.equals("text/anpa-1312") || mediaType.startsWith("text/vnd.iptc."))
            return List.of(Statement.Source.NEWSWIRE);
        return isOffice(mediaType) ? List.of(Statement.Source.OFFICE) : List.of();
    }

    private static boolean isOffice(String mediaType) {
        return mediaType.startsWith("application/vnd.openxmlformats-officedocument.")
                || mediaType.startsWith("application/vnd.oasis.opendocument.")
                || mediaType.startsWith("application/vnd.ms-")
                || mediaType.startsWith("application/vnd.apple.")
                || mediaType.equals("application/msword")
                || mediaType.equals("application/rtf")
                || mediaType.equals("application/x-tika-msoffice");
    }
}
