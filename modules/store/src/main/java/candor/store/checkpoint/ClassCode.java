// SPDX-License-Identifier: GPL-3.0-or-later
package candor.store.checkpoint;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassFile.DebugElementsOption;
import java.lang.classfile.ClassFile.LineNumbersOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What of a class file computes: all but the names of its source, its lines and its variables. */
final class ClassCode {

    /** The binary name of a class, alone or within a descriptor or a signature. */
    private static final Pattern NAME = Pattern.compile("(?:[a-z][a-z0-9_]*/)+[A-Z][A-Za-z0-9_$]*");

    /** What every Java has is not ours to name. */
    private static final String PLATFORM = "java/";

    /**
     * A constant pool of its own has no names that are dropped. The stack maps follow from the code; to work them out
     * again would take the classes that it uses.
     */
    private static final ClassFile READER = ClassFile.of(
            ConstantPoolSharingOption.NEW_POOL,
            DebugElementsOption.DROP_DEBUG,
            LineNumbersOption.DROP_LINE_NUMBERS,
            StackMapsOption.DROP_STACK_MAPS);

    private static final ClassTransform WITHOUT_SOURCE = ClassTransform.dropping(
                    element -> element instanceof SourceFileAttribute)
            .andThen(ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL));

    private ClassCode() {}

    /** Digest and names of a class file's bytes; throws IllegalArgumentException where they are none. */
    static CodePart of(byte[] bytes) {
        ClassModel model = READER.parse(bytes);
        SortedSet<String> names = new TreeSet<>();
        for (PoolEntry entry : model.constantPool()) {
            if (entry instanceof Utf8Entry text) {
                addNames(text.stringValue(), names);
            }
        }
        names.remove(model.thisClass().asInternalName());
        return new CodePart(Digest.of(READER.transformClass(model, WITHOUT_SOURCE)), names);
    }

    /** Text that only looks like a name is no harm: there is no class of that name. */
    private static void addNames(String text, SortedSet<String> names) {
        Matcher matcher = NAME.matcher(text);
        while (matcher.find()) {
            if (!matcher.group().startsWith(PLATFORM)) {
                names.add(matcher.group());
            }
        }
    }
}
