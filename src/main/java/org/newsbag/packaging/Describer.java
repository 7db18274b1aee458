package org.newsbag.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.newsbag.description.Corrections;
import org.newsbag.description.DescribedFile;
import org.newsbag.extract.Extraction;
import org.newsbag.extract.Extractor;
import org.newsbag.extract.Limits;
import org.newsbag.fixity.Algorithm;
import org.newsbag.fixity.Checksum;
import org.newsbag.inventory.SourceFile;
import org.newsbag.provenance.Correction;
import org.newsbag.provenance.OwnLists;
import org.newsbag.provenance.Provenance;
import org.newsbag.provenance.ProvenanceReader;

/** What is learnt of one file: extraction, then provenance, then a person's word. Safe on any thread. */
final class Describer implements AutoCloseable {
    private static final Provenance NOTHING = new Provenance(false, Optional.empty(), List.of(), List.of());

    private final Optional<Extractor> extractor;
    private final Optional<FutureTask<ProvenanceReader>> provenance;
    private final Corrections corrections;

    private Describer(
            Optional<Extractor> extractor, Optional<FutureTask<ProvenanceReader>> provenance, Corrections corrections) {
        this.extractor = extractor;
        this.provenance = provenance;
        this.corrections = corrections;
    }

    /**
     * @param limits empty where nothing is to be extracted, and only a person's word counts
     * @param temporary a folder for the parsers' own files
     */
    static Describer open(Optional<Limits> limits, OwnLists lists, Corrections corrections, int jobs, Path temporary)
            throws IOException {
        if (limits.isEmpty()) return new Describer(Optional.empty(), Optional.empty(), corrections);
        var loading = new FutureTask<>(() -> ProvenanceReader.load(lists));
        var loader = new Thread(loading, "provenance lists");
        loader.setDaemon(true);
        loader.start();
        return new Describer(
                Optional.of(Extractor.open(limits.get(), jobs, temporary)), Optional.of(loading), corrections);
    }

    /** What the parsers say of a file; empty where nothing is to be extracted. */
    Optional<Extraction> extract(SourceFile source, Path file) throws IOException, InterruptedException {
        return extractor.isEmpty()
                ? Optional.empty()
                : Optional.of(extractor.get().extract(file, source.name()));
    }

    /** Puts together what is known. */
    DescribedFile describe(
            String id,
            SourceFile source,
            long size,
            Map<Algorithm, Checksum> checksums,
            Optional<Extraction> extraction,
            Optional<String> textFile,
            Optional<String> technicalFile)
            throws IOException, InterruptedException {
        var read = extraction.isEmpty()
                ? Optional.<Provenance>empty()
                : Optional.of(loaded(provenance.orElseThrow()).read(extraction.get()));
        var correction = correction(source);
        if (correction.isPresent()) read = Optional.of(read.orElse(NOTHING).corrected(correction.get()));
        return new DescribedFile(id, source.name(), size, checksums, extraction, read, textFile, technicalFile);
    }

    /** The lists load while the first files are read. */
    private static ProvenanceReader loaded(FutureTask<ProvenanceReader> loading)
            throws IOException, InterruptedException {
        try {
            return loading.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) throw cause;
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException(e.getCause());
        }
    }

    private Optional<Correction> correction(SourceFile source) {
        if (corrections.isEmpty()) return Optional.empty();
        return corrections.of(source.name(), "data/" + source.name(), source.givenPath());
    }

    @Override
    public void close() throws IOException {
        if (extractor.isPresent()) extractor.get().close();
    }
}
