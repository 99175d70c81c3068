namespace Numerai.Storage.Postgres;

/// <summary>PostgreSQL's programs are missing or did not do what they were asked to.</summary>
public sealed class PostgresProgramException(string message) : IOException(message);
