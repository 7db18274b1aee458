package org.newsbag.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.newsbag.bag.ManifestName;
import org.newsbag.fixity.Algorithm;
import org.newsbag.ledger.KnownFile;
import org.newsbag.path.RelativePath;
import org.newsbag.validation.Witness;

/** Gathers what a bag holds, every file under one algorithm: the best that its own manifests have, so that it costs no second digest. */
final class Gathering implements Witness {
    /** Those that nobody can forge a file for; the shorter checksum first. */
    private static final List<Algorithm> STRONG = List.of(
            Algorithm.SHA_256,
            Algorithm.SHA3_256,
            Algorithm.SHA_512,
            Algorithm.SHA3_512,
            Algorithm.SHA_384,
            Algorithm.SHA3_384);

    private final Set<String> manifests = new HashSet<>();
    private final List<KnownFile> files = new ArrayList<>();

    @Override
    public synchronized void manifest(ManifestName name) {
        if (!name.isTagManifest()) manifests.add(name.normalizedAlgorithm());
    }

    Algorithm algorithm() {
        for (var algorithm : STRONG) if (manifests.contains(algorithm.name())) return algorithm;
        return Algorithm.SHA_256;
    }

    @Override
    public List<Algorithm> algorithms() {
        return List.of(algorithm());
    }

    @Override
    public synchronized void read(ReadFile file) {
        files.add(new KnownFile(file.path(), file.size(), file.checksums().get(algorithm())));
    }

    /** In the order of their paths. */
    synchronized List<KnownFile> files() {
        files.sort((a, b) -> RelativePath.compareUtf8(a.path(), b.path()));
        return List.copyOf(files);
    }
}
