package candor.benchmarks.parity;

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/** Errors whose class has any name, as a script wants it: Lambda reports a class's name as the error's. */
final class ErrorOf extends ClassLoader {

    private static final ClassDesc PARENT = ClassDesc.of("java.lang.RuntimeException");
    private static final MethodTypeDesc OF_MESSAGE = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String);

    private ErrorOf() {
        super(ErrorOf.class.getClassLoader());
    }

    static RuntimeException named(String name, String message) {
        try {
            Class<?> error = new ErrorOf().define(name);
            return (RuntimeException) error.getConstructor(String.class).newInstance(message);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("no class can be called " + name, e);
        }
    }

    private Class<?> define(String name) {
        byte[] bytes = ClassFile.of()
                .build(
                        ClassDesc.of(name),
                        type -> type.withFlags(ClassFile.ACC_PUBLIC)
                                .withSuperclass(PARENT)
                                .withMethodBody(
                                        ConstantDescs.INIT_NAME,
                                        OF_MESSAGE,
                                        ClassFile.ACC_PUBLIC,
                                        code -> code.aload(0)
                                                .aload(1)
                                                .invokespecial(PARENT, ConstantDescs.INIT_NAME, OF_MESSAGE)
                                                .return_()));
        return defineClass(name, bytes, 0, bytes.length);
    }
}
