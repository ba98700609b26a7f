package dev.atelier.application;

import dev.atelier.application.port.out.CanvasGenerator;
import dev.atelier.application.port.out.Models.Model;
import dev.atelier.testkit.fakes.InMemoryJobs;

import java.util.List;

/// Everything that the application needs, in memory.
public final class InMemoryPorts {

    public static final Model OFFLINE = new Model("offline", null, true);

    private InMemoryPorts() {}

    public static Ports of(InMemoryJobs jobs, CanvasGenerator generator) {
        return new Ports(
                jobs.store(),
                jobs.queue(),
                jobs.workers(),
                jobs.catalogue(),
                jobs.retention(),
                jobs.canvases(),
                jobs.progress(),
                jobs.signals(),
                generator,
                () -> List.of(OFFLINE));
    }
}
