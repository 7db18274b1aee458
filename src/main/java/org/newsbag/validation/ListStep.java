package org.newsbag.validation;

import java.io.IOException;

/** Lists everything that is there. */
final class ListStep implements Step {
    @Override
    public void run(Examination bag) throws IOException {
        bag.store.list(bag::take, bag.findings);
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
