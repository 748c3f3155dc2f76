// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.disk;

import candor.local.disk.SimulatedDisk.Content;
import candor.local.disk.SimulatedDisk.Node;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** An open file of a simulated disk, or an open folder, which can only be flushed. */
final class DiskChannel extends FileChannel {

    private static final String BEYOND = "a simulated disk reads and writes one buffer at a time";

    private final SimulatedDisk disk;
    private final Node node;
    private final String name;
    private final boolean appends;
    private long position;

    DiskChannel(SimulatedDisk disk, Node node, String name, boolean appends) {
        this.disk = disk;
        this.node = node;
        this.name = name;
        this.appends = appends;
    }

    private Content content() throws IOException {
        if (node instanceof Content content) {
            return content;
        }
        throw new IOException(name + ": Is a directory");
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int count = read(into, position);
        position += Math.max(count, 0);
        return count;
    }

    @Override
    public int read(ByteBuffer into, long from) throws IOException {
        byte[] bytes = content().bytes;
        if (from >= bytes.length) {
            return -1;
        }
        int count = Math.min(into.remaining(), bytes.length - Math.toIntExact(from));
        into.put(bytes, Math.toIntExact(from), count);
        return count;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        if (appends) {
            position = size();
        }
        int count = write(source, position);
        position += count;
        return count;
    }

    @Override
    public int write(ByteBuffer source, long to) throws IOException {
        byte[] more = new byte[source.remaining()];
        source.get(more);
        if (more.length > 0) {
            disk.write(content(), to, more, name);
        }
        return more.length;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public FileChannel position(long next) {
        position = next;
        return this;
    }

    @Override
    public long size() throws IOException {
        return content().bytes.length;
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        disk.truncate(content(), size, name);
        position = Math.min(position, size);
        return this;
    }

    @Override
    public void force(boolean metaData) throws IOException {
        disk.flush(node, name);
    }

    /** There is one process on a simulated disk. */
    @Override
    public FileLock lock(long from, long size, boolean shared) {
        return new FileLock(this, from, size, shared) {
            @Override
            public boolean isValid() {
                return isOpen();
            }

            @Override
            public void release() {
                // Nobody waits for it.
            }
        };
    }

    @Override
    public FileLock tryLock(long from, long size, boolean shared) {
        return lock(from, size, shared);
    }

    @Override
    public long read(ByteBuffer[] into, int offset, int length) {
        throw new UnsupportedOperationException(BEYOND);
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) {
        throw new UnsupportedOperationException(BEYOND);
    }

    @Override
    public long transferTo(long from, long count, WritableByteChannel target) {
        throw new UnsupportedOperationException(BEYOND);
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long to, long count) {
        throw new UnsupportedOperationException(BEYOND);
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long from, long size) {
        throw new UnsupportedOperationException(BEYOND);
    }

    @Override
    protected void implCloseChannel() {
        // What was not flushed stays unflushed.
    }
}
