package dev.atelier.adapters.ai.layout;

import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Where lines meet one node: in the middle of its sides, which are also the corners of a diamond.
/// What flows on comes in at the front and leaves at the back; what leads back, and the further
/// exits of a decision, use the flanks.
final class Docks {

    private static final Pattern REFUSAL =
            Pattern.compile(
                    "(?:no|not|nein|non|false|fail|否|いいえ)(?!\\p{L}).*", Pattern.CASE_INSENSITIVE);

    private final ElkNode node;
    private final boolean decision;
    private final PortSide front;
    private final PortSide back;
    private final Deque<PortSide> freeExits;
    private final PortSide flank;
    private final Map<PortSide, ElkPort> ports = new EnumMap<>(PortSide.class);

    Docks(ElkNode node, boolean decision, boolean downwards) {
        this.node = node;
        this.decision = decision;
        this.front = downwards ? PortSide.NORTH : PortSide.WEST;
        this.back = downwards ? PortSide.SOUTH : PortSide.EAST;
        this.flank = downwards ? PortSide.EAST : PortSide.SOUTH;
        this.freeExits =
                new ArrayDeque<>(List.of(back, downwards ? PortSide.WEST : PortSide.NORTH, flank));
        node.setProperty(CoreOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
    }

    ElkPort entry(boolean leadsBack) {
        return at(leadsBack ? flank : front);
    }

    /// A decision goes straight on unless the label declines.
    ElkPort exit(boolean leadsBack, @Nullable String label) {
        if (leadsBack) {
            freeExits.remove(flank);
            return at(flank);
        }
        if (!decision) {
            return at(back);
        }
        var declines = label != null && REFUSAL.matcher(label).matches();
        var side = declines ? freeExits.pollLast() : freeExits.pollFirst();
        return at(side == null ? back : side);
    }

    private ElkPort at(PortSide side) {
        return ports.computeIfAbsent(side, this::port);
    }

    private ElkPort port(PortSide side) {
        var port = ElkGraphUtil.createPort(node);
        port.setProperty(CoreOptions.PORT_SIDE, side);
        port.setLocation(
                switch (side) {
                    case WEST -> 0;
                    case EAST -> node.getWidth();
                    default -> node.getWidth() / 2;
                },
                switch (side) {
                    case NORTH -> 0;
                    case SOUTH -> node.getHeight();
                    default -> node.getHeight() / 2;
                });
        return port;
    }
}
