package org.newsbag.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.newsbag.bag.BagDeclaration;
import org.newsbag.bag.BagInfo;
import org.newsbag.bag.ManifestWriter;
import org.newsbag.bag.PayloadOxum;
import org.newsbag.description.BagRecord;
import org.newsbag.description.DescribedFile;
import org.newsbag.description.DublinCoreDocument;
import org.newsbag.description.DublinCoreRecord;
import org.newsbag.description.PremisDocument;
import org.newsbag.description.TechnicalMetadata;
import org.newsbag.durable.OrderedWork;
import org.newsbag.durable.Staging;
import org.newsbag.extract.Extraction;
import org.newsbag.extract.Extractor;
import org.newsbag.finding.Finding;
import org.newsbag.finding.Findings;
import org.newsbag.fixity.Algorithm;
import org.newsbag.fixity.Checksum;
import org.newsbag.fixity.DigestingOutput;
import org.newsbag.fixity.Progress;
import org.newsbag.inventory.Inventory;
import org.newsbag.inventory.SourceFile;
import org.newsbag.json.Json;
import org.newsbag.json.JsonObject;
import org.newsbag.path.RelativePath;

/** Fills a staged folder with a whole bag: payload and descriptions in one pass over the source, then tag files, tag manifests last. */
final class Assembly {
    static final String METADATA = "metadata/";
    static final String TEXT = "metadata/text/";
    static final String TECHNICAL = "metadata/technical/";
    static final String DUBLIN_CORE = "metadata/dublin-core.json";
    static final String PREMIS = "metadata/premis.xml";

    private final BagPlan plan;
    private final CreateRequest request;
    private final Inventory inventory;
    private final Findings findings;
    private final Path bag;
    private final Path temporary;
    private final Instant time;
    private final String software;
    private final Progress progress;
    private final List<Algorithm> digested;
    private final Tally tally = new Tally();
    private long payloadBytes;
    private long descriptionBytes;

    /**
     * A bag that is written, but neither forced nor verified.
     *
     * @param tagManifests the checksums of the tag manifests themselves, by file name
     */
    record Assembled(
            String identifier,
            PayloadOxum oxum,
            long files,
            Map<String, Map<Algorithm, Checksum>> tagManifests,
            Tally tally) {}

    /** One payload file in the bag, with its tag files. */
    private record Packaged(
            DescribedFile file,
            JsonObject record,
            Optional<MetadataFolder.Written> text,
            Optional<MetadataFolder.Written> technical) {}

    Assembly(BagPlan plan, Inventory inventory, Findings findings, Staging staging, Instant time, Progress progress) {
        this.plan = plan;
        this.request = plan.request();
        this.inventory = inventory;
        this.findings = findings;
        this.bag = staging.bag();
        this.temporary = staging.temporary();
        this.time = time;
        this.software = plan.software();
        this.progress = progress;
        var wanted = new TreeSet<>(request.algorithms());
        wanted.add(Algorithm.SHA_256); // identifies the file in its record
        digested = List.copyOf(wanted);
    }

    Assembled run(OrderedWork work) throws IOException, InterruptedException {
        Files.createDirectories(bag.resolve("data"));
        Files.createDirectories(bag.resolve("metadata"));
        var tagFiles = new TreeMap<String, Map<Algorithm, Checksum>>(RelativePath::compareUtf8);
        Map<String, Map<Algorithm, Checksum>> manifests;
        try (var texts = folder(TEXT, ".txt", "texts");
                var technicals = folder(TECHNICAL, ".json", "technicals")) {
            manifests = describedPayload(work, texts, technicals, tagFiles);
            tagFiles.putAll(manifests);
            var identifier = identifier(manifests);
            long described = texts.bytes() + technicals.bytes();
            var oxum = new PayloadOxum(payloadBytes, inventory.files().size());
            tagFiles.put(BagDeclaration.FILE_NAME, writeTagFile(BagDeclaration.FILE_NAME, BagDeclaration.TEXT));
            tagFiles.put(
                    BagInfo.FILE_NAME,
                    writeTagFile(
                            BagInfo.FILE_NAME,
                            plan.bagInfo(identifier, oxum, payloadBytes + described + descriptionBytes)
                                    .toText()));
            for (var file : plan.tagFiles().entrySet())
                tagFiles.put(file.getKey(), writeTagFile(file.getKey(), new BagInfo(file.getValue()).toText()));
            var tagManifests = tagManifests(tagFiles, technicals, texts);
            long files = oxum.streams() + texts.files() + technicals.files() + tagFiles.size() + tagManifests.size();
            return new Assembled(identifier, oxum, files, tagManifests, tally);
        }
    }

    /** The one pass over the source. Gives the payload manifests' own checksums. */
    private Map<String, Map<Algorithm, Checksum>> describedPayload(
            OrderedWork work,
            MetadataFolder texts,
            MetadataFolder technicals,
            Map<String, Map<Algorithm, Checksum>> tagFiles)
            throws IOException, InterruptedException {
        var records = new DublinCoreRecord(request.rights(), software);
        Map<String, Map<Algorithm, Checksum>> manifests;
        try (var describer = Describer.open(
                        request.limits(), request.lists(), request.corrections(), request.jobs(), parsers());
                var dublinCoreOut = tagFile(DUBLIN_CORE);
                var premisOut = tagFile(PREMIS);
                var manifest = ManifestWriter.payload(bag, request.algorithms());
                var premis =
                        new PremisDocument(premisOut, temporary.resolve("events"), time, software, extractorAgent())) {
            var dublinCore = new DublinCoreDocument(dublinCoreOut);
            var reading = new SourceReading(digested, progress);
            work.run(
                    new PayloadFolders(bag.resolve("data"), inventory.files().iterator()),
                    source -> packaged(source, reading, describer, records, texts, technicals),
                    packaged -> {
                        var file = packaged.file();
                        manifest.add(file.id(), file.checksums());
                        dublinCore.add(packaged.record());
                        premis.add(file);
                        record(texts, packaged.text());
                        record(technicals, packaged.technical());
                        tally.add(file);
                        payloadBytes += file.size();
                    });
            manifests = manifest.finish();
            dublinCore.add(BagRecord.of(
                    identifier(manifests),
                    title(),
                    inventory.files().size(),
                    payloadBytes,
                    tally.languages().keySet(),
                    request.rights()));
            dublinCore.close();
            premis.finish(notes());
            dublinCoreOut.flush();
            premisOut.flush();
            descriptionBytes = dublinCoreOut.bytes() + premisOut.bytes();
            tagFiles.put(DUBLIN_CORE, dublinCoreOut.finish());
            tagFiles.put(PREMIS, premisOut.finish());
        }
        return manifests;
    }

    private Packaged packaged(
            SourceFile source,
            SourceReading reading,
            Describer describer,
            DublinCoreRecord records,
            MetadataFolder texts,
            MetadataFolder technicals)
            throws IOException, InterruptedException {
        var id = "data/" + source.name();
        var target = bag.resolve(id);
        var copied = reading.copy(source, target);
        var extraction = describer.extract(source, target);
        Optional<MetadataFolder.Written> text = Optional.empty();
        Optional<MetadataFolder.Written> technical = Optional.empty();
        if (extraction.isPresent()) {
            Extraction read = extraction.get();
            if (!read.text().isEmpty()) text = Optional.of(texts.write(source.name(), read.text()));
            var metadata = Json.pretty(TechnicalMetadata.of(id, read, Extractor.agent())) + "\n";
            technical = Optional.of(technicals.write(source.name(), metadata));
        }
        var file = describer.describe(
                id,
                source,
                copied.size(),
                copied.checksums(),
                extraction,
                text.map(MetadataFolder.Written::bagPath),
                technical.map(MetadataFolder.Written::bagPath));
        return new Packaged(file, records.of(file), text, technical);
    }

    private Map<String, Map<Algorithm, Checksum>> tagManifests(
            TreeMap<String, Map<Algorithm, Checksum>> tagFiles, MetadataFolder technicals, MetadataFolder texts)
            throws IOException {
        try (var manifest = ManifestWriter.tags(bag, request.algorithms())) {
            for (var tagFile : tagFiles.headMap(TECHNICAL).entrySet())
                manifest.add(tagFile.getKey(), tagFile.getValue());
            technicals.list(manifest);
            texts.list(manifest);
            for (var tagFile : tagFiles.tailMap(TECHNICAL).entrySet())
                manifest.add(tagFile.getKey(), tagFile.getValue());
            return manifest.finish();
        }
    }

    /** Reproducible: the same payload under the same names gives the same identifier. */
    private String identifier(Map<String, Map<Algorithm, Checksum>> manifests) {
        var algorithm = request.algorithms().get(0);
        var checksum = manifests.get(ManifestWriter.payloadFileName(algorithm)).get(algorithm);
        return "urn:uuid:" + NameUuid.of(checksum.toNamedInformation());
    }

    private String title() {
        return String.join(
                ", ",
                request.sources().stream()
                        .map(source -> String.valueOf(
                                source.toAbsolutePath().normalize().getFileName()))
                        .toList());
    }

    /** What a keeper should know of the capture. */
    private List<String> notes() {
        var notes = new ArrayList<String>();
        for (Finding finding : findings.list())
            notes.add(finding.code().id() + ": " + finding.location() + ": " + finding.message());
        return notes;
    }

    private Map<Algorithm, Checksum> writeTagFile(String name, String text) throws IOException {
        try (var out = tagFile(name)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
            return out.finish();
        }
    }

    private DigestingOutput tagFile(String name) throws IOException {
        Files.createDirectories(bag.resolve(name).getParent());
        var file = Files.newOutputStream(bag.resolve(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new DigestingOutput(file, request.algorithms());
    }

    private MetadataFolder folder(String folder, String extension, String spool) throws IOException {
        return new MetadataFolder(bag, folder, extension, inventory, request.algorithms(), temporary.resolve(spool));
    }

    private static void record(MetadataFolder folder, Optional<MetadataFolder.Written> written) throws IOException {
        if (written.isPresent()) folder.record(written.get());
        else folder.recordNone();
    }

    private Optional<String> extractorAgent() {
        return request.limits().map(limits -> Extractor.agent());
    }

    private Path parsers() throws IOException {
        return Files.createDirectories(temporary.resolve("parsers"));
    }
}
