package systole.rtl;

/**
 * A file of the design folder.
 *
 * @param path relative to the folder, with slashes
 * @param content text
 */
public record GeneratedFile(String path, String content) {}
