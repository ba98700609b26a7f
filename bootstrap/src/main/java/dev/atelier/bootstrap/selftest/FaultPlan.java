package dev.atelier.bootstrap.selftest;

import dev.atelier.bootstrap.selftest.Step.Deed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// What is done when: a function of the options alone. At any time at most two workers are down, so
/// that there is always one to take over.
final class FaultPlan {

    static final int WORKERS = 3;

    private static final int MOST_DOWN = WORKERS - 1;

    private final Options options;
    private final Random random;
    private final Duration[] upAgain = new Duration[WORKERS];
    private final List<Step> steps = new ArrayList<>();

    private FaultPlan(Options options) {
        this.options = options;
        this.random = new Random(options.seed());
        Arrays.fill(upAgain, Duration.ZERO);
    }

    /// In the order of their times.
    static List<Step> of(Options options) {
        var plan = new FaultPlan(options);
        var at = options.lease();
        for (var deed : plan.deeds()) {
            at = plan.soonest(at);
            plan.add(deed, at);
            at = at.plus(options.lease().multipliedBy(7).dividedBy(10));
        }
        plan.steps.sort(Comparator.comparing(Step::at));
        return List.copyOf(plan.steps);
    }

    /// A frozen process is silent for well over its lease.
    static Duration frozenFor(Options options) {
        return options.lease().multipliedBy(3).dividedBy(2);
    }

    private List<Deed> deeds() {
        var deeds = new ArrayList<Deed>();
        deeds.addAll(Collections.nCopies(options.kills(), Deed.KILL));
        deeds.addAll(Collections.nCopies(options.freezes(), Deed.FREEZE));
        deeds.addAll(Collections.nCopies(options.cuts(), Deed.CUT));
        Collections.shuffle(deeds, random);
        return deeds;
    }

    /// When somebody is up who may be harmed, from this time on.
    private Duration soonest(Duration from) {
        var returns = Arrays.stream(upAgain).filter(up -> up.compareTo(from) > 0).sorted().toList();
        return returns.size() < MOST_DOWN ? from : returns.get(returns.size() - MOST_DOWN);
    }

    private void add(Deed deed, Duration at) {
        var up =
                IntStream.range(0, WORKERS)
                        .filter(worker -> upAgain[worker].compareTo(at) <= 0)
                        .toArray();
        var worker = up[random.nextInt(up.length)];
        steps.add(new Step(at, deed, worker));
        switch (deed) {
            case KILL -> upAgain[worker] = at.plus(options.lease());
            case FREEZE -> {
                var thaws = at.plus(frozenFor(options));
                steps.add(new Step(thaws, Deed.THAW, worker));
                upAgain[worker] = thaws.plus(options.lease().dividedBy(2));
            }
            case CUT -> upAgain[worker] = at.plus(options.lease().dividedBy(5));
            case THAW -> throw new IllegalArgumentException("no fault");
        }
    }
}
