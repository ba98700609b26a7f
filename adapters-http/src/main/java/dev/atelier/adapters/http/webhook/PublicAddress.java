package dev.atelier.adapters.http.webhook;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/// Which addresses lie in the open Internet: those of the special-purpose registries of IANA (RFC
/// 6890) do not, whatever they are for, nor does the one at which Azure answers its machines.
final class PublicAddress {

    private static final List<Block> NOT_PUBLIC_4 =
            List.of(
                    Block.of("0.0.0.0", 8),
                    Block.of("10.0.0.0", 8),
                    Block.of("100.64.0.0", 10),
                    Block.of("127.0.0.0", 8),
                    Block.of("168.63.129.16", 32),
                    Block.of("169.254.0.0", 16),
                    Block.of("172.16.0.0", 12),
                    Block.of("192.0.0.0", 24),
                    Block.of("192.0.2.0", 24),
                    Block.of("192.88.99.0", 24),
                    Block.of("192.168.0.0", 16),
                    Block.of("198.18.0.0", 15),
                    Block.of("198.51.100.0", 24),
                    Block.of("203.0.113.0", 24),
                    Block.of("224.0.0.0", 3));

    /// Global unicast; all else is special, and so is some of it: protocol assignments with Teredo,
    /// documentation, 6to4.
    private static final Block UNICAST_6 = Block.of("2000::", 3);

    private static final List<Block> NOT_PUBLIC_6 =
            List.of(
                    Block.of("2001::", 23),
                    Block.of("2001:db8::", 32),
                    Block.of("2002::", 16),
                    Block.of("3fff::", 20));

    /// Behind it stands an IPv4 address, in the last four bytes (RFC 6052).
    private static final Block NAT64 = Block.of("64:ff9b::", 96);

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        return switch (address) {
            case Inet4Address four -> none(NOT_PUBLIC_4, four.getAddress());
            case Inet6Address six -> isPublic(six.getAddress());
            default -> false;
        };
    }

    private static boolean isPublic(byte[] six) {
        if (NAT64.holds(six)) {
            return none(NOT_PUBLIC_4, Arrays.copyOfRange(six, 12, 16));
        }
        return UNICAST_6.holds(six) && none(NOT_PUBLIC_6, six);
    }

    private static boolean none(List<Block> blocks, byte[] address) {
        return blocks.stream().noneMatch(block -> block.holds(address));
    }

    /// All addresses that begin like this one.
    private record Block(InetAddress start, int bits) {

        static Block of(String start, int bits) {
            return new Block(InetAddress.ofLiteral(start), bits);
        }

        boolean holds(byte[] address) {
            var like = start.getAddress();
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((address[bit / 8] & mask) != (like[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
