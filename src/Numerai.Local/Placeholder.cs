namespace Numerai.Local;

internal static class Placeholder;
