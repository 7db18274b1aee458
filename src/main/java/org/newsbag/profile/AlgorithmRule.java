package org.newsbag.profile;

import java.util.List;
import java.util.Locale;
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
        required = required.stream().map(AlgorithmRule::normalized).toList();
        allowed = allowed.map(
                names -> names.stream().map(AlgorithmRule::normalized).toList());
    }

    public boolean requires(String algorithm) {
        return required.contains(normalized(algorithm));
    }

    public boolean allows(String algorithm) {
        return allowed.isEmpty() || allowed.get().contains(normalized(algorithm));
    }

    /** The name as it stands in the name of a manifest: lower case, letters and digits only (RFC 8493, section 2.4). */
    static String normalized(String spelling) {
        var name = new StringBuilder();
        spelling.toLowerCase(Locale.ROOT)
                .chars()
                .filter(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9')
                .forEach(c -> name.append((char) c));
        return name.toString();
    }

    static boolean isKnown(String spelling) {
        return Algorithm.named(spelling).isPresent();
    }
}
