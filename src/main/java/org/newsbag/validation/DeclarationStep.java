package org.newsbag.validation;

import static org.newsbag.finding.FindingCode.BAG_DECLARATION_MISSING;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.newsbag.bag.BagDeclaration;
import org.newsbag.bag.BagVersion;
import org.newsbag.bag.ManifestName;

/** The bag declaration says by which rules the bag is to be judged (RFC 8493, section 2.1.1). */
final class DeclarationStep implements Step {
    private static final String NO_BAG =
            "The file is missing, and so are a manifest and the folder data: this is no bag. Bags in folders below it are judged by newsbag validate --recursive; a bag of a folder is made by newsbag create.";

    @Override
    public void run(Examination bag) {
        if (bag.hasTagFile(BagDeclaration.FILE_NAME)) {
            bag.read(BagDeclaration.FILE_NAME, content -> {
                bag.declaration = BagDeclaration.read(content, bag.findings);
                return true;
            });
            bag.declaration.ifPresent(bag.witness::declared);
            return;
        }
        if (bag.tagFiles.find(BagDeclaration.FILE_NAME) != null) return; // a link or unreadable, which was told
        if (bag.isCutOff) return;
        bag.say(
                BAG_DECLARATION_MISSING,
                BagDeclaration.FILE_NAME,
                isLikeABag(bag)
                        ? (bag.folders.contains(BagDeclaration.FILE_NAME) ? "It is a folder" : "The file is missing")
                                + ". A bag needs it in its base directory; the rest was judged as BagIt 1.0. Restore it from another copy of the bag."
                        : NO_BAG);
        bag.declaration = Optional.of(new BagDeclaration(BagVersion.V1_0, StandardCharsets.UTF_8));
    }

    private static boolean isLikeABag(Examination bag) {
        if (bag.folders.contains(BagDeclaration.FILE_NAME) || bag.folders.contains("data") || bag.payload.size() > 0)
            return true;
        for (var row : bag.tagFiles) if (ManifestName.parse(row.path).isPresent()) return true;
        return false;
    }

    @Override
    public Level from() {
        return Level.QUICK;
    }

    @Override
    public boolean needsDeclaration() {
        return false;
    }
}
