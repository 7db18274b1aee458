package org.newsbag.profile;

import java.util.List;
import java.util.Optional;
import org.newsbag.fixity.Algorithm;

/**
 * Which manifests of one kind a bag must and may have (BagIt Profiles 1.4, Manifests-Required and its kin).
 *
 * @param required algorithms by their BagIt names
 * @param allowed algorithms by their BagIt names; empty where all are allowed
 */
public record AlgorithmRule(List<String> required, Optional<List<String>> allowed) {
    public AlgorithmRule {
        required = required.stream().map(Algorithm::normalize).toList();
        allowed = allowed.map(names -> names.stream().map(Algorithm::normalize).toList());
    }

    public boolean requires(String algorithm) {
        return required.contains(Algorithm.normalize(algorithm));
    }

    public boolean allows(String algorithm) {
        return allowed.isEmpty() || allowed.get().contains(Algorithm.normalize(algorithm));
    }

    /** Whether newsbag can calculate it. */
    static boolean isKnown(String spelling) {
        return Algorithm.computable(spelling).isPresent();
    }
}
