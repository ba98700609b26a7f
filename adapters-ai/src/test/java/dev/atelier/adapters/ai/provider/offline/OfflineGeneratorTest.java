package dev.atelier.adapters.ai.provider.offline;

import dev.atelier.application.port.out.CanvasGenerator;
import dev.atelier.testkit.contract.CanvasGeneratorContract;

final class OfflineGeneratorTest implements CanvasGeneratorContract {

    @Override
    public CanvasGenerator generator() {
        return new OfflineGenerator();
    }
}
