package org.newsbag.extract;

import java.util.List;
import java.util.Locale;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.sax.AbstractRecursiveParserWrapperHandler;

/** How a parse ended that came back. A parser that reports success may still have read nothing, or not all. */
record Verdict(Outcome outcome, String detail) {
    static Verdict of(Metadata metadata, List<ReadPart> parts) {
        var own = parts.get(0);
        var embedded = parts.subList(1, parts.size());
        boolean anyText = parts.stream().anyMatch(ReadPart::hasText);
        if (PartReader.isEncrypted(metadata)) return new Verdict(Outcome.ENCRYPTED, "It asks for a password or a key.");
        if (PartReader.isCut(metadata))
            return new Verdict(Outcome.TRUNCATED, "The text was cut at the limit of characters.");
        if (!PartReader.traces(metadata).isEmpty())
            return new Verdict(Outcome.FAILED, own.part().problem().orElseThrow());
        var unopened = PartReader.unopened(metadata).toLowerCase(Locale.ROOT);
        if (unopened.contains("encrypt") && !anyText)
            return new Verdict(Outcome.ENCRYPTED, "Its entries ask for a password or a key.");
        if (!own.isParsed()) return new Verdict(Outcome.UNSUPPORTED, "No parser knows the format.");
        if (metadata.get(AbstractRecursiveParserWrapperHandler.EMBEDDED_RESOURCE_LIMIT_REACHED) != null)
            return new Verdict(Outcome.TRUNCATED, "It holds more embedded documents than the limit.");
        return new Verdict(
                anyText ? Outcome.EXTRACTED : Outcome.EMPTY,
                unopened.isEmpty() ? troubles(embedded) : "Some of its entries could not be opened.");
    }

    private static String troubles(List<ReadPart> embedded) {
        long troubled = embedded.stream()
                .filter(part -> part.part().problem().isPresent())
                .count();
        if (troubled == 0) return "";
        return troubled == 1
                ? "One embedded document could not be read whole."
                : troubled + " embedded documents could not be read whole.";
    }
}
