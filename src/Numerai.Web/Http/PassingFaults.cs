using System.Data.Common;
using Numerai.Tournament.Ports;

namespace Numerai.Web.Http;

/// <summary>
/// Tells faults that pass by themselves: what is asked again may succeed, so REST, pages and GraphQL answer temporarily_unavailable and not
/// internal_error. A host that has faults of its own kind, such as a lost silo, registers its own.
/// </summary>
public sealed class PassingFaults(Func<Exception, bool> mayPass)
{
    /// <summary>Those of a database, which every host has.</summary>
    public static PassingFaults OfDatabase { get; } = new(fault => fault is DbException database && DatabaseFaults.MayPass(database));

    public const string Sentence =
        "A part of the platform can't be reached at the moment; whether this was carried out is not known. Send the same request again.";

    public bool Contains(Exception fault) => mayPass(fault);
}
