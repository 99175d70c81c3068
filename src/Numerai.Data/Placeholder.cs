namespace Numerai.Data;

internal static class Placeholder;
