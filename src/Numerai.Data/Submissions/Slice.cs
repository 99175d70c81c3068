namespace Numerai.Data.Submissions;

/// <summary>A piece of a file's text, in bytes.</summary>
internal readonly record struct Slice(int Start, int Length);
