package org.newsbag.extract;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Message;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;

/** Reads one part out of Tika's metadata, without what differs from run to run: times, temporary names, stack traces. */
final class PartReader {
    /** About the run or the copy on this disk, not about the document. */
    private static final Set<String> DROPPED = Set.of(
            TikaCoreProperties.TIKA_CONTENT.getName(),
            TikaCoreProperties.TIKA_CONTENT_HANDLER.getName(),
            TikaCoreProperties.PARSE_TIME_MILLIS.getName(),
            TikaCoreProperties.SOURCE_PATH.getName(),
            TikaCoreProperties.PIPES_RESULT.getName(),
            TikaCoreProperties.CONTENT_TYPE_PARSER_OVERRIDE.getName(),
            TikaCoreProperties.EMBEDDED_ID.getName(),
            TikaCoreProperties.EMBEDDED_ID_PATH.getName(),
            TikaCoreProperties.FINAL_EMBEDDED_RESOURCE_PATH.getName(),
            "File Name",
            "File Size",
            "File Modified Date");

    private static final Set<String> UNPACKERS = Set.of(
            "org.apache.tika.parser.pkg.PackageParser",
            "org.apache.tika.parser.pkg.CompressorParser",
            "org.apache.tika.parser.pkg.RarParser");

    private static final Pattern CAUSE =
            Pattern.compile("(?m)^(?:Caused by: )?([\\w.$]+(?:Exception|Error))(?:: (.*))?$");
    private static final Pattern IDENTITY = Pattern.compile("@[0-9a-f]{4,16}\\b");
    private static final Pattern TEMPORARY_NAME = Pattern.compile("apache-tika-\\d+(?:\\.tmp)?");

    private final String home;

    PartReader(String home) {
        this.home = home;
    }

    ReadPart read(Metadata metadata) {
        var text = Optional.ofNullable(metadata.get(TikaCoreProperties.TIKA_CONTENT))
                .orElse("");
        var type = Optional.ofNullable(metadata.get(HttpHeaders.CONTENT_TYPE)).orElse("");
        var base = MediaType.parse(type);
        var name = Optional.ofNullable(metadata.get(TikaCoreProperties.FINAL_EMBEDDED_RESOURCE_PATH))
                .or(() -> Optional.ofNullable(metadata.get(TikaCoreProperties.EMBEDDED_RESOURCE_PATH)));
        return new ReadPart(
                new Part(
                        Texts.clean(name.orElse("")),
                        properties(metadata, name.isEmpty()),
                        speaks(metadata, base) ? Texts.tidy(text) : "",
                        problem(metadata)),
                Optional.ofNullable(metadata.get(TikaCoreProperties.EMBEDDED_ID_PATH))
                        .orElse(""),
                base == null ? type : base.getBaseType().toString(),
                charset(metadata),
                isBody(metadata),
                !List.of(metadata.getValues(TikaCoreProperties.TIKA_PARSED_BY))
                        .contains("org.apache.tika.parser.EmptyParser"),
                isEncrypted(metadata));
    }

    /** An archive's text would be the names of its entries, and a sound's text its tags. */
    private static boolean speaks(Metadata metadata, MediaType type) {
        if (type != null && (type.getType().equals("audio") || type.getType().equals("video"))) return false;
        return List.of(metadata.getValues(TikaCoreProperties.TIKA_PARSED_BY)).stream()
                .noneMatch(UNPACKERS::contains);
    }

    private SortedMap<String, List<String>> properties(Metadata metadata, boolean isWhole) {
        var properties = new TreeMap<String, List<String>>();
        for (var name : metadata.names()) {
            // Tika renames a mail after its subject; what the file itself is called is known anyhow.
            if (isWhole && name.equals(TikaCoreProperties.RESOURCE_NAME_KEY)) continue;
            if (DROPPED.contains(name) || name.startsWith(TikaCoreProperties.TIKA_META_EXCEPTION_PREFIX)) continue;
            var values = List.of(metadata.getValues(name)).stream()
                    .filter(value -> !value.contains(home) && !value.equals("-1"))
                    .map(Texts::clean)
                    .toList();
            if (!values.isEmpty()) properties.put(Texts.clean(name), values);
        }
        return properties;
    }

    private static Optional<Identified> charset(Metadata metadata) {
        var how = metadata.get(PropertyNames.CHARSET_FOUND_BY);
        return how == null
                ? Optional.empty()
                : Optional.of(new Identified(metadata.get(HttpHeaders.CONTENT_ENCODING), how));
    }

    private static boolean isBody(Metadata metadata) {
        var type = metadata.get(HttpHeaders.CONTENT_TYPE);
        return type != null
                && type.startsWith("text/")
                && metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY) == null
                && (metadata.get(HttpHeaders.CONTENT_DISPOSITION) == null
                        || metadata.get(HttpHeaders.CONTENT_DISPOSITION).startsWith("inline"))
                && metadata.get(Message.MESSAGE_FROM) == null;
    }

    static boolean isEncrypted(Metadata metadata) {
        return "true".equals(metadata.get(TikaCoreProperties.IS_ENCRYPTED))
                        && traces(metadata).contains("Encrypted")
                || traces(metadata).contains("EncryptedDocumentException");
    }

    private Optional<String> problem(Metadata metadata) {
        if (isEncrypted(metadata)) return Optional.of("It asks for a password or a key.");
        var traces = traces(metadata);
        if (!traces.isEmpty()) return Optional.of(problem(traces));
        return isCut(metadata) ? Optional.of("It was read up to a limit.") : Optional.empty();
    }

    static boolean isCut(Metadata metadata) {
        return "true".equals(metadata.get(TikaCoreProperties.WRITE_LIMIT_REACHED));
    }

    static String traces(Metadata metadata) {
        var traces = new StringBuilder();
        for (var property : List.of(TikaCoreProperties.CONTAINER_EXCEPTION, TikaCoreProperties.EMBEDDED_EXCEPTION))
            for (var trace : metadata.getValues(property)) traces.append(trace).append('\n');
        return traces.toString();
    }

    /** What kept entries of a container from being opened at all, so that they are no parts. */
    static String unopened(Metadata metadata) {
        var traces = new StringBuilder();
        for (var trace : metadata.getValues(TikaCoreProperties.TIKA_META_EXCEPTION_EMBEDDED_STREAM))
            traces.append(trace).append('\n');
        return traces.toString();
    }

    /** The root cause of a stack trace as one sentence that is the same on every run. */
    String problem(String trace) {
        var type = "";
        var message = "";
        for (var matcher = CAUSE.matcher(trace); matcher.find(); ) {
            type = matcher.group(1).substring(matcher.group(1).lastIndexOf('.') + 1);
            message = Optional.ofNullable(matcher.group(2)).orElse("");
        }
        var sentence = message.isBlank() ? type : type + ": " + message;
        if (sentence.isBlank()) sentence = trace.lines().findFirst().orElse("no reason given");
        sentence = IDENTITY.matcher(sentence.replace(home, "")).replaceAll("");
        return "The parser gave up: "
                + Texts.clean(TEMPORARY_NAME.matcher(sentence).replaceAll("temporary file"));
    }
}
