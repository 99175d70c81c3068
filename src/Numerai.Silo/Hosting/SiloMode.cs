namespace Numerai.Silo.Hosting;

/// <summary>What a silo is part of.</summary>
public enum SiloMode
{
    /// <summary>A cluster of one on this machine, with everything in a data folder.</summary>
    Local,

    /// <summary>A cluster on PostgreSQL.</summary>
    Cluster,
}
