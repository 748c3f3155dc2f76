package candor.pipeline.port;

class InMemoryObjectStoreTest extends ObjectStoreContract {

    @Override
    protected ObjectStore emptyStore() {
        return new InMemoryObjectStore();
    }
}
