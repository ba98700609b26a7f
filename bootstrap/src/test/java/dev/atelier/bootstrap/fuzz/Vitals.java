package dev.atelier.bootstrap.fuzz;

import com.sun.management.UnixOperatingSystemMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadMXBean;

import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/// What another JVM holds, as it tells by JMX.
final class Vitals implements AutoCloseable {

    private static final long MB = 1024 * 1024;

    private final JMXConnector connector;
    private final MBeanServerConnection beans;

    private Vitals(JMXConnector connector) throws IOException {
        this.connector = connector;
        this.beans = connector.getMBeanServerConnection();
    }

    /// @param heapMb after a full collection
    /// @param files open files and sockets
    record Reading(long heapMb, int threads, long files) {}

    static Vitals of(long pid) throws IOException {
        try {
            var machine = VirtualMachine.attach(Long.toString(pid));
            var url = new JMXServiceURL(machine.startLocalManagementAgent());
            machine.detach();
            return new Vitals(JMXConnectorFactory.connect(url));
        } catch (AttachNotSupportedException e) {
            throw new IOException(e);
        }
    }

    Reading read() throws IOException {
        var memory = bean(ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
        memory.gc();
        memory.gc();
        return new Reading(
                memory.getHeapMemoryUsage().getUsed() / MB,
                bean(ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class).getThreadCount(),
                bean(
                                ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME,
                                UnixOperatingSystemMXBean.class)
                        .getOpenFileDescriptorCount());
    }

    private <T> T bean(String name, Class<T> type) throws IOException {
        return ManagementFactory.newPlatformMXBeanProxy(beans, name, type);
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
