package org.newsbag.validation;

import java.io.IOException;
import org.newsbag.store.BagStore;

/** Lists everything that is there. */
final class ListStep implements Step {
    @Override
    public void run(Examination bag) throws IOException {
        bag.isCutOff = bag.store.list(bag::take, bag.findings) == BagStore.Reach.PARTIAL;
        if (bag.isCutOff) bag.witness.cutOff();
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
