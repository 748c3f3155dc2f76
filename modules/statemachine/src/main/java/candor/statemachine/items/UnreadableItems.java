package candor.statemachine.items;

/** An object holds no items that a Distributed Map could read; its state fails with States.ItemReaderFailed. */
public final class UnreadableItems extends Exception {

    UnreadableItems(String cause) {
        super(cause);
    }
}
