package org.newsbag.upkeep;

import static java.util.stream.Collectors.toSet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.newsbag.bag.BagDeclaration;
import org.newsbag.bag.BagInfo;
import org.newsbag.bag.BagMetadata;
import org.newsbag.bag.BagVersion;
import org.newsbag.bag.FetchFile;
import org.newsbag.bag.ManifestName;
import org.newsbag.bag.ManifestWriter;
import org.newsbag.bag.PayloadOxum;
import org.newsbag.bag.Tag;
import org.newsbag.finding.Findings;
import org.newsbag.fixity.Algorithm;
import org.newsbag.fixity.Checksum;
import org.newsbag.fixity.Digester;
import org.newsbag.path.RelativePath;
import org.newsbag.upkeep.Change.Kind;

/** The tag files that belong to a payload as it is, written into a folder beside the bag; and what would change with them. */
final class NewForm {
    private static final String OXUM = "Payload-Oxum";

    /** Labels up to BagIt 0.95, and what they became. */
    private static final Map<String, String> RENAMED =
            Map.of("packing-date", "Bagging-Date", "package-size", "Bag-Size");

    private final PresentBag present;
    private final Path bag;
    private final Path staged;
    private final List<Change> changes = new ArrayList<>();
    private final Map<String, Map<Algorithm, Checksum>> checksums = new TreeMap<>(RelativePath::compareUtf8);

    /** @param staged an empty folder */
    NewForm(PresentBag present, Path bag, Path staged) {
        this.present = present;
        this.bag = bag;
        this.staged = staged;
    }

    /** Writes what is new or different, and gives every change, removals included. */
    List<Change> write() throws IOException {
        present.tagFiles().forEach((path, file) -> checksums.put(path, present.checksums(file)));
        declaration();
        metadata();
        fetchFile();
        payloadManifests();
        remove();
        tagManifests();
        return List.copyOf(changes);
    }

    /** The checksums that the staged files were written with, by file name. */
    Map<String, Map<Algorithm, Checksum>> checksums() {
        return checksums;
    }

    private void declaration() throws IOException {
        var version = present.declaration().orElseThrow().version();
        var detail = version.equals(BagVersion.V1_0) ? "form" : "BagIt " + version + " becomes " + BagVersion.V1_0;
        tagFile(BagDeclaration.FILE_NAME, BagDeclaration.TEXT, detail);
    }

    /** The metadata stay as they are to the byte where their form is that of BagIt 1.0 and Payload-Oxum is right. */
    private void metadata() throws IOException {
        var oxum = new PayloadOxum(present.octets(), present.payload().size()).toString();
        var old = present.metadata().map(metadata -> metadata.all(OXUM)).orElse(List.of());
        boolean isRight = old.size() == 1 && old.get(0).value().equals(oxum);
        if (isRight && isInForm()) return;
        var details = new ArrayList<String>();
        if (!isRight) details.add(OXUM + (old.isEmpty() ? "" : " " + old.get(0).value() + " becomes") + " " + oxum);
        if (present.metadata().isPresent() && !isInForm()) details.add("form of BagIt 1.0");
        tagFile(BagInfo.FILE_NAME, new BagInfo(tags(oxum)).toText(), String.join(", ", details));
    }

    private boolean isInForm() throws IOException {
        var metadata = present.metadata();
        if (metadata.isEmpty() || !metadata.get().file().equals(BagInfo.FILE_NAME)) return false;
        var findings = new Findings();
        BagMetadata.read(
                BagInfo.FILE_NAME,
                new ByteArrayInputStream(Files.readAllBytes(bag.resolve(BagInfo.FILE_NAME))),
                new BagDeclaration(BagVersion.V1_0, StandardCharsets.UTF_8),
                findings);
        return !findings.hasErrors();
    }

    private List<Tag> tags(String oxum) {
        var tags = new ArrayList<Tag>();
        boolean hasOxum = false;
        for (var element : present.metadata().map(BagMetadata::elements).orElse(List.of())) {
            if (!element.isLabelled(OXUM)) {
                var old = element.label();
                var label = hasPackageInfo() ? RENAMED.getOrDefault(old.toLowerCase(Locale.ROOT), old) : old;
                tags.add(new Tag(label, element.value()));
            } else if (!hasOxum) {
                tags.add(new Tag(element.label(), oxum));
                hasOxum = true;
            }
        }
        if (!hasOxum) tags.add(new Tag(OXUM, oxum));
        return tags;
    }

    /** Before BagIt 1.0 a % stood for itself. All that is listed is there, so it is known what each line means. */
    private void fetchFile() throws IOException {
        boolean isBefore1 = present.declaration().orElseThrow().version().isBefore1();
        if (!isBefore1 || !present.tagFiles().containsKey(FetchFile.FILE_NAME)) return;
        var text = Files.readString(bag.resolve(FetchFile.FILE_NAME), StandardCharsets.UTF_8);
        // A disk may spell a name in another normalization.
        var paths = present.payload().stream()
                .map(file -> Normalizer.normalize(file.path(), Normalizer.Form.NFC))
                .collect(toSet());
        var escaped = FetchFile.escaped(text, path -> paths.contains(Normalizer.normalize(path, Normalizer.Form.NFC)));
        if (!escaped.equals(text)) tagFile(FetchFile.FILE_NAME, escaped, "names with % as in BagIt 1.0");
    }

    private boolean hasPackageInfo() {
        return present.declaration().orElseThrow().version().hasPackageInfo();
    }

    private String metadataFile() {
        return present.metadata().map(BagMetadata::file).orElse(BagInfo.FILE_NAME);
    }

    private void payloadManifests() throws IOException {
        try (var writer = ManifestWriter.payload(staged, present.algorithms())) {
            for (var file : present.payload()) writer.add(file.path(), present.checksums(file));
            take(writer.finish(), present.payload().size());
        }
    }

    private void tagManifests() throws IOException {
        try (var writer = ManifestWriter.tags(staged, present.algorithms())) {
            int files = 0;
            for (var file : checksums.entrySet()) {
                if (isTagManifest(file.getKey()) || !ManifestWriter.canList(file.getKey())) continue;
                writer.add(file.getKey(), file.getValue());
                files++;
            }
            take(writer.finish(), files);
        }
    }

    /** What the new form has no place for. */
    private void remove() {
        for (var path : List.copyOf(checksums.keySet())) {
            var manifest = ManifestName.parse(path);
            boolean isOld = manifest.isPresent() && !isKept(manifest.get());
            boolean isRenamed =
                    hasPackageInfo() && path.equals(metadataFile()) && Files.exists(staged.resolve(BagInfo.FILE_NAME));
            if (!isOld && !isRenamed) continue;
            checksums.remove(path);
            changes.add(new Change(Kind.REMOVED, path, isRenamed ? "its tags stand in bag-info.txt" : ""));
        }
    }

    private boolean isKept(ManifestName name) {
        return name.fileName().equals(name.normalized())
                && present.algorithms().stream().anyMatch(a -> a.name().equals(name.normalizedAlgorithm()));
    }

    private static boolean isTagManifest(String path) {
        return ManifestName.parse(path).filter(ManifestName::isTagManifest).isPresent();
    }

    private void tagFile(String name, String text, String detail) throws IOException {
        var content = text.getBytes(StandardCharsets.UTF_8);
        Files.write(staged.resolve(name), content);
        var digester = Digester.of(present.algorithms());
        digester.update(content, 0, content.length);
        take(name, digester.finish(), detail);
    }

    private void take(Map<String, Map<Algorithm, Checksum>> manifests, int files) throws IOException {
        for (var manifest : manifests.entrySet())
            take(manifest.getKey(), manifest.getValue(), files == 1 ? "1 file" : files + " files");
    }

    /** A file that is the same as the bag's is none. */
    private void take(String name, Map<Algorithm, Checksum> found, String detail) throws IOException {
        var old = present.tagFiles().get(name);
        if (old != null && present.checksums(old).equals(found)) {
            Files.delete(staged.resolve(name));
            return;
        }
        checksums.put(name, found);
        changes.add(new Change(old == null ? Kind.ADDED : Kind.REWRITTEN, name, detail));
    }
}
