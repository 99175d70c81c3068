namespace Numerai.Tournament;

internal static class Placeholder;
