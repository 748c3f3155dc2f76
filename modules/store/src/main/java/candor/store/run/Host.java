package candor.store.run;

/** Where work was done; kept beside runs, never in an artefact. */
public record Host(String java, String os, String arch) {}
