using Numerai.Tournament.Ports;

namespace Numerai.Storage.Files;

/// <summary>A published file in the types of the database.</summary>
internal sealed class DatasetRow
{
    public const string Select = "SELECT name AS Name, length AS Length, sha256 AS Sha256, published AS Published FROM datasets";

    public const string Insert = """
        INSERT INTO datasets (name, length, sha256, published) VALUES (@Name, @Length, @Sha256, @Published)
        ON CONFLICT (name) DO NOTHING
        """;

    public string Name { get; init; } = string.Empty;

    public long Length { get; init; }

    public string Sha256 { get; init; } = string.Empty;

    public string Published { get; init; } = string.Empty;

    public static DatasetRow Of(DatasetFile file) =>
        new() { Name = file.Name, Length = file.Length, Sha256 = file.Sha256, Published = StoredTime.Write(file.Published) };

    public DatasetFile ToFile() => new(Name, Length, Sha256, StoredTime.Read(Published));

    public static InvalidOperationException Taken(string name) => new(
        $"The dataset '{name}' is already published with other content; published files never change, use another name.");
}
