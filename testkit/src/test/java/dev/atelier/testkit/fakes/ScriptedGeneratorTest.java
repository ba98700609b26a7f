package dev.atelier.testkit.fakes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.out.CanvasGenerator;
import dev.atelier.application.port.out.GenerationFailed;
import dev.atelier.testkit.Briefs;
import dev.atelier.testkit.Designs;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.contract.ProviderContract;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

final class ScriptedGeneratorTest implements ProviderContract {

    private final ScriptedGenerator stuck = new ScriptedGenerator().thenHang();

    @Override
    public CanvasGenerator generator() {
        return new ScriptedGenerator();
    }

    @Override
    public CanvasGenerator stuck() {
        return stuck;
    }

    @Override
    public void awaitAsked() throws InterruptedException {
        stuck.awaitBegun();
    }

    @Override
    public CanvasGenerator failing() {
        return new ScriptedGenerator().thenFail(Jobs.OVERLOADED);
    }

    @Test
    void does_one_step_of_its_script_per_call() throws InterruptedException {
        var design = Designs.oneBox("Mine");
        var bug = new IllegalStateException("a bug");
        var generator =
                new ScriptedGenerator().thenFail(Jobs.REFUSED).thenAnswer(design).thenThrow(bug);

        assertThatThrownBy(() -> generator.generate(Briefs.aLoginFlow(), _ -> {}))
                .isInstanceOfSatisfying(
                        GenerationFailed.class,
                        failed -> assertThat(failed.failure()).isEqualTo(Jobs.REFUSED));
        assertThat(generator.generate(Briefs.asking("A box"), _ -> {}).design()).isEqualTo(design);
        assertThatThrownBy(() -> generator.generate(Briefs.aLoginFlow(), _ -> {})).isSameAs(bug);
        assertThat(generator.generate(Briefs.aLoginFlow(), _ -> {}).design())
                .isEqualTo(Designs.aFlow());
        assertThat(generator.briefs()).hasSize(4).contains(Briefs.asking("A box"));
    }

    @Test
    void hangs_until_it_is_released() throws InterruptedException {
        var report = new Progress(20, "Thinking");
        var generator = new ScriptedGenerator().thenHang(report);
        var heard = new ArrayList<Progress>();
        generator.release();

        generator.generate(Briefs.aLoginFlow(), heard::add);

        assertThat(heard).isEqualTo(List.of(report));
    }
}
