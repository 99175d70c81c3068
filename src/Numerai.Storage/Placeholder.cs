namespace Numerai.Storage;

internal static class Placeholder;
