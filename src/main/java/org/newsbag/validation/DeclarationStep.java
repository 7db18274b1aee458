package org.newsbag.validation;

import static org.newsbag.finding.FindingCode.BAG_DECLARATION_MISSING;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.newsbag.bag.BagDeclaration;
import org.newsbag.bag.BagVersion;

/** The bag declaration says by which rules the bag is to be judged (RFC 8493, section 2.1.1). */
final class DeclarationStep implements Step {
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
                (bag.folders.contains(BagDeclaration.FILE_NAME) ? "It is a folder" : "The file is missing")
                        + ". A bag needs it in its base directory; the rest was judged as BagIt 1.0. Restore it from another copy of the bag.");
        bag.declaration = Optional.of(new BagDeclaration(BagVersion.V1_0, StandardCharsets.UTF_8));
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
