namespace Numerai.Storage.Files;

/// <summary>Two processes would write the same data.</summary>
public sealed class DataFolderInUseException(string folder, Exception cause) : Exception(
    $"Another server uses the data folder '{folder}'. Stop it first, or give this one a folder of its own; a folder serves one server at "
        + "a time.",
    cause);
