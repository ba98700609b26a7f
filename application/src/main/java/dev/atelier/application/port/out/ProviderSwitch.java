package dev.atelier.application.port.out;

import java.util.Set;

/// Keeps this node from asking providers. [Models] tells of it as of any other pause.
public interface ProviderSwitch {

    /// From now on these are not asked and all others may be; calls under way go on.
    ///
    /// @param providers names of [Models.Model#provider]; those unknown here change nothing
    void hold(Set<String> providers);
}
