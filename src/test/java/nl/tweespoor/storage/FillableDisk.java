package nl.tweespoor.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePathWrapper;

/** A file system of H2 on the real one, that has no room left when it is told so. */
public class FillableDisk extends FilePathWrapper {

    private static volatile boolean full;

    static void full(boolean isFull) {
        full = isFull;
    }

    @Override
    public String getScheme() {
        return "fillable";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new OpenFile(getBase().open(mode));
    }

    private static class OpenFile extends FileBaseDefault {

        private final FileChannel file;

        OpenFile(FileChannel file) {
            this.file = file;
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            if (full) {
                throw new IOException("No space left on device");
            }
            return file.write(source, position);
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            return file.read(target, position);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            file.truncate(size);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            file.force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
