namespace Numerai.Contracts;

/// <param name="Salt">64 lower-case hexadecimal digits.</param>
/// <param name="Data">At most 1 MiB; base64 in JSON.</param>
public sealed record RevealRequest(string Salt, byte[] Data);
