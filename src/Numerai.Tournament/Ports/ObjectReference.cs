namespace Numerai.Tournament.Ports;

/// <summary>Names a stored object and pins its content. <paramref name="Sha256"/> is lower-case hexadecimal.</summary>
public sealed record ObjectReference(string Name, string Sha256, long Length);
