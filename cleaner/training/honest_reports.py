# ruff: noqa: E501 (lists of sentences)
"""Honest reports, rules and notes in Indonesian and Malay with the words of spam. Written for this project; names are made up."""

REPORTS: dict[str, tuple[str, ...]] = {
    language: tuple(text.strip().split("\n"))
    for language, text in {
        "id": """
Judi online merenggut masa depan 14 siswa di kecamatan itu, demikian isi laporan guru bimbingan konseling.
Majelis hakim menilai terdakwa terbukti menyediakan kesempatan bermain togel di warung kopinya sepanjang 2021.
Setelah terjerat pinjol, pedagang bakso itu menutup lapaknya dan pulang ke rumah orang tua.
Bukan karena malas, Ratri berhenti kuliah lantaran ayahnya kecanduan judi online.
Polres menetapkan enam orang sebagai tersangka perkara judi online (judol) bermodus penjualan pulsa.
Apa beda judol, judi darat, dan taruhan antarwarga di mata hukum pidana?
Dari tangan bandar togel berinisial MK, petugas mengamankan rekapan angka, dua pulpen, dan uang Rp640 ribu.
Tim gabungan menggerebek ruko tiga lantai yang dipakai sebagai kantor layanan pelanggan situs judi Rumbet55.
[KLARIFIKASI] Tidak Benar Camat Jadi Duta Situs Slot
Foto gubernur memegang papan bertuliskan “Kuntilbet Situs Resmi” merupakan hasil suntingan kecerdasan buatan.
Narasi itu mengklaim seorang ustaz membagikan akun pro kepada jemaahnya, padahal videonya sudah dipotong.
Warganet bertanya, “Benarkah bupati kita main slot saat rapat?”, dan jawabannya tidak.
Sebanyak 3.128 tautan judi online diblokir sepanjang pekan kedua Maret, turun 12 persen dari pekan sebelumnya.
Bank wajib menutup rekening penampung deposit judol paling lambat 1 x 24 jam setelah menerima surat regulator.
Uang nasabah koperasi dipakai taruhan bola oleh manajernya, dan kerugiannya ditaksir Rp2,3 miliar.
Ketika ditanya penyidik, Gandung mengaku hanya mendapat upah Rp50 ribu untuk setiap pendaftar baru di Lapisgame88.
Istilah “rtp live” tidak punya dasar ilmiah karena angkanya bisa diganti kapan saja oleh pengelola.
Menurut ahli matematika, peluang memperoleh maxwin lebih kecil daripada peluang tersambar petir dua kali.
Kata scatter dalam gim itu berarti simbol penyebar, sedangkan dalam statistika artinya sebaran titik.
Pada diagram scatter di halaman 40, sumbu mendatar menunjukkan umur pohon dan sumbu tegak menunjukkan tingginya.
Fotografer itu menamai pameran tunggalnya Scatter, sebab semua gambarnya dicetak dalam potongan kecil.
Si penipu menjanjikan jackpot motor, lalu meminta korban mentransfer biaya administrasi lebih dulu.
Nenek Sumirah mendapat jackpot undian jalan santai berupa seekor kambing jantan.
Gol di menit akhir itu jadi semacam jackpot bagi pelatih yang hampir dipecat.
“Kalau sudah deposit, susah berhentinya,” tutur mantan pemain yang kini memimpin kelompok pemulihan.
Deposit sewa rumah dikembalikan penuh apabila penghuni menyerahkan kunci sebelum tanggal 5.
Hotel meminta deposit Rp200 ribu saat tamu masuk, lalu mengembalikannya ketika kamar selesai diperiksa.
Suku bunga deposit valas di bank-bank daerah bertahan pada kisaran 1,75 persen hingga akhir kuartal.
Modus deposit pulsa dipilih pelaku agar transaksinya tidak tercatat pada sistem perbankan.
Pedagang pulsa di terminal heran sebab banyak pelajar membeli voucher untuk deposit, bukan untuk menelepon.
Di spanduk itu tertera “bonus new member 100 persen”, dan satpol PP langsung menurunkannya.
Bonus akhir tahun bagi karyawan pabrik gula akan dibayarkan dua tahap, yakni Desember dan Januari.
Bonus demografi tidak ada gunanya bila anak mudanya tenggelam dalam judi daring, ujar rektor itu.
Pemain terbaik malam itu menyumbangkan seluruh bonus kemenangannya untuk perbaikan lapangan desa.
Link alternatif bermunculan tiap kali satu alamat ditutup, sehingga pemblokiran saja tidak cukup.
Apabila peladen utama sibuk, peserta ujian dapat memakai link alternatif yang tercantum di kartu peserta.
Link berita yang Anda terima sebaiknya diperiksa dulu alamatnya sebelum diteruskan ke grup keluarga.
Redaksi telah mencabut artikel itu dari laman, tetapi link beritanya masih beredar di media sosial.
Siswa login ke sistem sekolah memakai nomor induk dan sandi yang dibagikan wali kelas.
Gagal login tiga kali berturut-turut akan mengunci akun selama 15 menit demi keamanan.
Jangan pernah memasukkan data login perbankan pada halaman yang dibuka dari pesan singkat.
Halaman login palsu milik situs judi Tobakslot ternyata ditumpangkan di laman dinas pertanian.
Daftar hadir rapat wali murid ditandatangani 87 orang, termasuk kepala sekolah dan komite.
Daftar pemain cadangan tim tuan rumah baru diserahkan satu jam sebelum laga.
Para korban diminta daftar lewat tautan, mengisi nomor rekening, lalu menyetor uang muka.
Ia masuk daftar pencarian orang sejak Agustus karena mendanai agen togel di empat kabupaten.
Situs resmi kabupaten sempat tidak dapat diakses setelah disusupi skrip bertema judi.
Pengumuman kelulusan hanya dimuat di situs resmi panitia, bukan di akun perorangan mana pun.
Agen perjalanan itu membawa kabur setoran 61 calon jemaah umrah asal dua kecamatan.
Agen gas elpiji diwajibkan mencatat nomor induk setiap pembeli mulai 1 Juni.
Selama delapan tahun menjadi agen asuransi, Widuri belum pernah menemui klaim serumit ini.
Bekas agen taruhan bola itu kini mengajar mengaji di musala dekat rumahnya.
Taruhan bola marak menjelang final, dan polsek menambah patroli di warung-warung nonton bareng.
Wasit liga amatir dilarang seumur hidup karena ikut taruhan bola pada pertandingan yang ia pimpin.
Yang menjadi taruhan dalam pilkada ini ialah kepercayaan warga terhadap penyelenggara.
Pengadilan negeri menghukum penjual buku prediksi togel dengan pidana percobaan enam bulan.
Khatib mengingatkan jemaah agar tidak mendatangi dukun demi meminta angka atau prediksi togel.
Prediksi susunan pemain kedua tim berubah setelah bek kiri andalan mengalami demam.
Prediksi cuaca malam ini menunjukkan hujan ringan di pesisir utara dan kabut di lereng gunung.
Nilai keluaran sensor harus berada di antara 0,5 dan 4,5 volt, sesuai tabel kalibrasi.
Perangkat keluaran seperti pencetak dan pengeras suara dibahas pada bab tiga buku informatika.
Tetangganya gemar mencatat angka keluaran togel di belakang kalender sampai dindingnya penuh coretan.
Mobil keluaran 1997 itu masih mulus dan dipakai Pak Toto ke sawah setiap pagi.
Toto, 46 tahun, mengelola bank sampah bersama ibu-ibu di gang sempit itu.
Kiper bernama Toto Wirasno menepis dua tendangan penalti lalu diarak rekan-rekannya.
Kupon toto gelap dijual terselip di bungkus rokok, ungkap kanit reskrim.
Pada dasawarsa 1980-an, undian toto dan lotre olahraga pernah memicu unjuk rasa mahasiswa.
Empat bapak-bapak ditangkap saat bermain poker di pos ronda dengan taruhan Rp5.000.
Dengan poker face yang nyaris sempurna, diplomat itu menolak menjawab pertanyaan wartawan.
Turnamen poker tanpa uang yang digelar klub kampus tetap harus mengantongi izin, kata dekan.
Robot buatan laboratorium itu mengalahkan lima pemain poker profesional dalam percobaan tertutup.
Kasino di perbatasan itu mempekerjakan 200 korban perdagangan orang, sebagian di antaranya anak di bawah umur.
Novel ini berkisah tentang bandar kasino yang kehilangan ingatan dan menjadi tukang roti.
Pemulangan 31 warga negara dari kompleks kasino berlangsung dua hari lewat jalur darat.
Di rumah pensiun itu, para lansia bermain mahjong setiap Rabu untuk melatih daya ingat.
Satu set mahjong dari tulang peninggalan keluarga Tan dipajang di lantai dua museum peranakan.
Ubin mahjong dalam versi gim ini terlalu kecil, terutama bila dimainkan di layar ponsel.
Tampilan “mahjong” pada aplikasi Borongwin hanyalah kedok mesin slot, tulis pemeriksa fakta.
Otoritas keuangan mencabut izin dua penyelenggara pinjaman online yang menagih dengan ancaman.
Pinjol ilegal, arisan bodong, dan judol menjadi tiga aduan terbanyak di posko itu.
Berapa bunga maksimal pinjaman online legal per hari menurut aturan yang baru?
Petugas penagih pinjol menyebar foto korban ke seluruh kontak di teleponnya.
Iklan pinjaman cepat cair yang ditempel di tiang listrik dicopot petugas ketertiban hingga subuh.
“Pinjaman cepat cair” sering berarti bunga mencekik, tulis pengasuh rubrik konsumen kami.
Program kredit usaha tanpa jaminan untuk nelayan baru terserap 38 persen, kata kepala dinas.
Hakim menyatakan perjanjian utang tanpa jaminan itu tetap sah karena dibuat di hadapan notaris.
Badan pengawas menarik 26 merek obat kuat yang mengandung bahan kimia tersembunyi.
Pria 58 tahun pingsan setelah menenggak obat kuat campuran bersama kopi saset.
Viagra semula diteliti sebagai obat nyeri dada, sebelum efek lainnya ditemukan.
Pasien jantung yang minum nitrat tidak boleh memakai viagra, demikian peringatan dokter spesialis itu.
Paket berisi 900 butir viagra palsu disita bea cukai di bandara.
Dekan memanggil 11 mahasiswa yang diduga membeli naskah dari jasa skripsi di dekat kampus.
Tarif jasa skripsi di kota pelajar itu, menurut investigasi majalah kampus, setara gaji sebulan.
Fenomena joki tugas bermula dari beban kuliah yang menumpuk, tetapi itu bukan pembenaran.
Seorang joki tugas mengaku mengerjakan makalah etika profesi untuk tujuh orang sekaligus.
Joki berusia 16 tahun itu memenangi pacuan kuda tradisional di lapangan Blangbatu.
Ia membeli followers agar terlihat tenar, lalu akunnya malah ditutup penyedia layanan.
Jumlah followers tidak menjamin mutu isi, kata dosen komunikasi dalam lokakarya pagi tadi.
Akun pro pada aplikasi penyunting foto ini membuka fitur lapisan dan ekspor berkas besar.
Untuk beralih ke akun pro, buka menu Setelan lalu pilih Langganan.
Sebutan akun pro Kamboja hanyalah tipu daya pemasaran, begitu hasil penelusuran tim kami.
Pemadaman listrik membuat server pendaftaran sekolah mati dari pukul 09.00 sampai 11.20.
Administrator perlu memulai ulang server setelah memasang pembaruan keamanan bulan ini.
Penyidik menyalin isi server milik Cenggur303 sebelum perangkat itu dibawa ke laboratorium forensik.
Demo mahasiswa di depan gedung dewan berlangsung tertib sampai azan magrib.
Unduh versi demo gim petualangan ini, mainkan dua jam, baru putuskan membeli.
Gim judi versi demo pun berbahaya bagi anak karena membiasakan mereka dengan kemenangan semu.
Demo memasak tempe bacem digelar di balai warga, pukul delapan pagi.
Pemilih muda cenderung pragmatis, kata peneliti, sebab janji lapangan kerja lebih penting daripada ideologi.
Koalisi itu disebut terlalu pragmatis oleh pengamat politik dari universitas swasta.
Dalam kajian pragmatik, makna tuturan bergantung pada konteks, bukan hanya pada kata.
Vaksin gratis bagi lansia tersedia hari ini di puskesmas, cukup membawa kartu identitas.
Tidak ada yang gratis dari spin gratis, sebab datamu yang menjadi bayarannya.
Konsultasi hukum gratis untuk korban pinjol dibuka lembaga bantuan hukum setiap Kamis.
Label “terpercaya” di laman Sengkunir4d dibuat sendiri oleh pengelolanya, tanpa lembaga penilai.
Wartawan mengutip sumber terpercaya yang tidak ingin disebutkan namanya demi keselamatan.
Perangkat lunak versi terbaru memperbaiki galat pencetakan pada kertas ukuran folio.
Berita terbaru dari lokasi longsor: dua jembatan darurat sudah bisa dilalui sepeda motor.
Hari ini 17 situs judi ditutup, besok muncul 30 yang baru, keluh analis siber itu.
Sidang putusan mantan kasir bank yang menghabiskan uang kas untuk judi slot digelar hari ini.
Malam ini, 120 personel disiagakan untuk mencegah taruhan di arena balap liar.
Konser amal malam ini batal, dan panitia mengembalikan uang tiket secara penuh.
Pernyataan resmi klub menyebutkan kontrak sponsor dengan Damarbola dihentikan mulai musim depan.
Aplikasi resmi layanan pajak hanya dapat diunduh dari toko yang tertera di surat edaran.
Jangan unduh berkas undangan berekstensi apk, sebab isinya bisa menguras rekening.
Kotak pencarian yang menawarkan download apk di luar toko aplikasi patut dicurigai.
Dalam 48 jam, pelaku mengirim 700 pesan berisi ajakan download apk bernama Cek Resi Paket.
POLISI BONGKAR JUDOL BERKEDOK WARNET
Guru Honorer Terlilit Pinjol, Murid Galang Dana
Hoaks: Slot Gratis untuk Penerima Bansos
Pemkot Batasi Slot Parkir Alun-Alun
Slot Impor Bawang Habis Sebelum Lebaran
Poker Face Sang Kapten di Adu Penalti
Bandar Togel Jadi Petani Cabai
Kisah Toto, Penjaga Mercusuar Terakhir
DEMO BURUH MALAM INI BERAKHIR DAMAI
Obat Kuat Ilegal Senilai Rp4 Miliar Dimusnahkan
Rektor: Joki Tugas Mencederai Ijazah
Awas Tautan Palsu Berkedok Login Bansos
Keluar dari Jerat Judi Online: Catatan Seorang Ayah
Slot waktu wawancara beasiswa dapat dipilih mulai Senin, dan tidak bisa diubah setelah dikonfirmasi.
Papan induk ini mempunyai empat slot memori sehingga kapasitasnya bisa ditambah hingga 128 GB.
Sebelum menancapkan kartu suara, pastikan slot ekspansi bersih dari debu.
Karena slot operasi penuh, rumah sakit merujuk tiga pasien ke kota tetangga.
Karakter utama hanya memiliki enam slot barang, jadi pemain harus rela membuang ramuan.
Kuota impor dibagi ke dalam 12 slot bulanan, masing-masing 4.000 ton.
Tim pendatang memperebutkan slot terakhir menuju babak gugur melawan juara bertahan.
Stasiun radio komunitas itu kehilangan slot siaran pagi akibat gangguan pemancar.
Kepala unit siber menjelaskan bahwa “slot gacor” adalah istilah pasar, bukan sifat mesin.
Burung murai milik Pak Jaelani gacor sejak subuh dan menjuarai lomba kicau tingkat kabupaten.
Mesin pencari masih menampilkan kata slot gacor pada laman kampus yang sudah dibersihkan pekan lalu.
Tangkapan layar bertuliskan Jurabet slot gacor malam ini ditempel di atas logo koran kami secara tidak sah.
Dua remaja menangis di kantor polisi, mengaku uang SPP habis untuk slot.
Ibu itu menemukan riwayat deposit ke Pelawijen77 di ponsel anaknya, senilai Rp9.450.000.
Nama situs judi Mbahmulbet tercantum dalam 19 berkas perkara yang dilimpahkan ke kejaksaan tinggi.
Situs seperti Wekaroyal, Pontangslot, dan Ketelabet memakai alamat yang berganti setiap beberapa jam.
Pengelola situs slot Gambusplay (kini tidak aktif) diduga mencuci uang lewat jual beli tanah.
Berdasarkan putusan nomor 118, barang bukti berupa 41 ponsel dan situs Lumbungpeditoto dirampas untuk negara.
Kami menelusuri alamat Raja Kelubi 99 dan mendapati pendaftarnya memakai identitas curian.
Cuplikan yang menyebut pesinetron Selma Andaru menang jackpot di Sorga Bintul adalah rekayasa suara.
Apakah Pak Lurah Menerima Uang dari Agen Kelincibet? Ini Faktanya
Logo agen taruhan Ayamjagobola terlihat di kaus tim tarkam, sehingga panitia mencoret tim tersebut.
Gugatan cerai akibat judi online naik menjadi 73 perkara, kata panitera pengadilan agama.
Dari 2.000 responden, 41 persen pernah melihat iklan judi online saat menonton film bajakan.
Mengapa korban judi online jarang melapor, padahal kerugiannya sangat besar?
Psikiater menggolongkan kecanduan judi online sebagai gangguan perilaku yang bisa diobati.
Khotbah Jumat kemarin membahas tiga hal: riba, zina, dan judi online.
Pemuda itu nekat merampok minimarket lantaran kalah bermain judi online.
Presenter radio tersebut menolak mempromosikan judi online walaupun ditawari bayaran setara setahun gaji.
Satuan tugas memblokir 812 rekening, 96 dompet digital, dan 1.400 nomor telepon terkait judi online.
Ada yang menjual sapi, ada yang menggadaikan emas, semuanya habis di meja judi.
Bahaya judol perlu masuk materi masa orientasi siswa, usul anggota komisi pendidikan.
Dua anggota DPRD dipanggil badan kehormatan karena kedapatan membuka situs judi saat paripurna.
Sejumlah ASN dipindahkan setelah hasil audit menemukan transaksi judol pada rekening gaji mereka.
Karang taruna Dusun Wonokeling menempel poster bertuliskan: stop judi online, mulai dari rumah.
Kalau Anda atau kerabat mengalami kecanduan judi, hubungi layanan konseling di puskesmas terdekat.
Bandar besar selalu menang; pemain kecil hanya meminjam harapan, tulis kolumnis kami.
Pasal 303 mengatur pidana bagi bandar, sedangkan pemain dijerat dengan pasal berikutnya.
Jaksa menuntut admin grup prediksi togel itu tiga tahun kurungan dan denda Rp100 juta.
Kakek penjual nomor togel menangis di ruang sidang dan berjanji tidak mengulanginya.
Menjadi bandar sayur tidaklah mudah, sebab harga kol bisa jatuh dalam semalam.
Kode voucher gratis yang bocor dipakai orang lain, maka pihak toko mengganti saldo pelanggan.
Untuk mengembalikan barang, login dahulu, buka Riwayat Pesanan, kemudian tekan Ajukan Retur.
Jika lupa sandi, tekan tulisan merah di bawah tombol login dan periksa surel Anda.
Aplikasi kasir ini tetap berjalan tanpa internet, tetapi laporan hariannya baru terkirim setelah tersambung.
Gim balap terbaru studio lokal Rimbagita menawarkan delapan lintasan dan mode dua pemain.
Pengulas kami memberi nilai 7 karena misi bonus terasa diulang-ulang menjelang akhir cerita.
Pemain bisa mengunjungi kasino dalam gim, tetapi koinnya tidak dapat ditukar dengan uang sungguhan.
Kotak jarahan disamakan dengan perjudian oleh parlemen, maka penerbit gim menghapusnya.
Perpustakaan daerah membuka pendaftaran anggota secara gratis selama bulan kunjung baca.
Agen rahasia dalam film itu menyamar sebagai penjual es dan menyelinap ke kasino.
Agen pemain asal Solo itu menegosiasikan kontrak baru bagi penyerang berusia 19 tahun.
Ratusan mahasiswa gelar demo menolak kenaikan uang kuliah, Kamis siang.
Bonus pulsa dari operator hangus setelah 30 hari, jelas petugas layanan pelanggan.
Wali kelas menempelkan daftar piket terbaru di samping papan tulis.
Berkas apk yang dikirim pelaku ternyata merekam seluruh kode OTP milik korban.
Nelayan itu menganggap tangkapan kerapu 40 kilogram sebagai jackpot sebelum musim angin barat.
Perempuan 33 tahun tersebut dijebak menjadi operator taruhan bola di negeri orang.
Kurs tengah hari ini ditutup menguat tipis, seiring masuknya dana asing ke pasar obligasi.
Air minum gratis disediakan di setiap pos pendakian, kecuali di puncak.
Hasil keluaran program disimpan ke berkas laporan.txt dalam folder yang sama.
Orang tua diminta memeriksa riwayat peramban, aplikasi dompet digital, serta isi pesan anak yang dicurigai bermain slot.
Tiga kurir mengantar uang tunai hasil taruhan kepada bos mereka (bandar) di sebuah vila.
Regulator penyiaran menegur stasiun televisi yang menayangkan cuplikan mesin slot pada jam anak.
Karena tergiur bonus, mahasiswi itu menyerahkan foto KTP-nya kepada agen judi bola.
Seusai salat tarawih, takmir membacakan imbauan agar warga menjauhi togel, sabung ayam, dan pinjol.
Konselor menyarankan penghapusan aplikasi, pembatasan uang tunai, dan pertemuan mingguan bagi pecandu slot.
Kolom komentar kanal itu dipenuhi akun robot yang menyebut Teratobet berulang kali, sehingga kami menutupnya.
Admin laman RSUD menghapus 5.600 halaman siluman berbahasa judi yang disisipkan peretas.
Sistem kami menandai kata rtp, maxwin, dan scatter sebagai ciri komentar sampah.
Protokol RTP mengirim suara dan gambar secara langsung melalui jaringan, sebagaimana diuraikan dalam lampiran B.
Kementerian kesehatan menegaskan tidak pernah menjual obat kuat lewat akun mana pun.
Sopir truk itu menggadaikan STNK majikannya demi mengejar maxwin di Kebokbet, lalu menyerahkan diri.
Terungkap, bandar Talangijo4d menyewa peladen di luar negeri dan menggaji 40 admin asal pesisir selatan.
Pesan suara yang mengatasnamakan rektor untuk menyebut Umbulplay “terpercaya” sudah dilaporkan ke polisi siber.
Slot, togel, poker, dan sabung ayam: empat jenis judi inilah yang paling sering diadili tahun lalu.
Sejak 14 Februari 2023, toko aplikasi menolak gim bertema kasino dari pengembang tanpa izin.
Dokter gigi itu menyediakan slot kosong setiap Jumat sore untuk pasien tanpa janji.
Kucing milik redaksi kami bernama Togel, singkatan dari toge dan lele, makanan kesukaannya.
Sejarawan menemukan daftar pemenang lotre zaman kolonial di antara arsip pabrik gula yang terbakar.
""",
        "ms": """
Judi dalam talian meragut simpanan haji seorang pesara guru, lapor pihak polis daerah.
Seramai 23 individu ditahan kerana disyaki menjadi ejen judi dalam talian di sebuah rumah kedai.
Mahkamah Sesyen memenjarakan bekas kerani itu lapan bulan selepas mengaku menggelapkan wang untuk berjudi dalam talian.
Kasino terapung di muara sungai itu hanyalah khabar angin, kata ketua kampung.
Pelancong muda itu memandu uji kasino maya dalam sebuah permainan konsol dan mendapati ia membosankan.
Jualan mega sempena cuti sekolah menarik 40,000 pengunjung ke dataran bandar.
Projek mega lebuh raya pesisir ditangguhkan sehingga laporan alam sekitar diluluskan.
Konsert mega itu menampilkan 12 kumpulan nasyid dari seluruh negeri.
Tawaran kredit percuma di laman Kelisabet adalah perangkap untuk mencuri data kad bank.
“Mula-mula mereka beri kredit percuma, lama-lama motosikal saya tergadai,” kata mangsa berusia 22 tahun.
Syarikat telefon memberi kredit percuma RM10 kepada pelanggan yang terjejas akibat gangguan talian.
Rumah sewa tanpa deposit semakin diminati pelajar, tetapi penyewa perlu membaca perjanjian dengan teliti.
Skim tanpa deposit itu dibatalkan setelah pemaju gagal menyiapkan 84 unit kediaman.
Pinjaman peribadi merupakan punca utama kebankrapan dalam kalangan belia, menurut jabatan insolvensi.
Bank pusat menasihati peminjam supaya membandingkan kadar faedah sebelum memohon pinjaman peribadi.
Bolehkah majikan memotong gaji pekerja untuk membayar pinjaman peribadi?
Rumah warga emas disimbah cat merah oleh pengutip hutang ah long.
AH LONG TAHAN KAD BANK MANGSA
Peniaga nasi lemak terjerat dengan ah long selepas meminjam RM3,000 untuk membaiki gerai.
Empat ah long, termasuk seorang wanita, direman lima hari bagi membantu siasatan.
Loteri amal hospital itu mengumpulkan RM75,000 untuk membeli mesin dialisis.
Khutbah minggu ini mengingatkan jemaah bahawa loteri, nombor ekor dan tikam-tikam tetap haram.
Penjual loteri haram melarikan diri ke dalam kebun getah sebaik melihat kereta peronda.
Dakwaan bahawa tok imam memberi nombor ramalan di masjid adalah palsu.
Bomoh itu menjual nombor ramalan pada harga RM50, lalu hilang bersama wang pelanggannya.
Kertas bertulis nombor ramalan, buku resit dan dua komputer riba dirampas di tempat kejadian.
Pengguna e-wallet diingatkan agar tidak berkongsi kod pengesahan dengan sesiapa.
Bayaran parkir melalui e-wallet bermula 1 Julai di semua kawasan majlis perbandaran.
Sindiket itu memindahkan wang pertaruhan melalui 60 akaun e-wallet milik keldai akaun.
Semakan Fakta: Menteri Tidak Lancar Kasino Dalam Talian
Video pelakon Izwan Tamrin mempromosikan kasino Badaklumpur66 dihasilkan dengan suara tiruan.
Laman Pelandukjudi, yang kini disekat, menyasarkan pelajar universiti.
Siapakah dalang Lokanslot, dan mengapa pelayannya terletak di tiga buah negara?
Menurut kertas pertuduhan, tertuduh menerima komisen 15 peratus daripada Tembusu Kasino bagi setiap pemain.
Slot masa vaksinasi boleh ditukar sekali sahaja, iaitu selewat-lewatnya dua hari sebelum janji temu.
Cabut bateri, tolak penutup ke bawah, dan masukkan kad SIM ke dalam slot A.
Ceramah motivasi itu mengisi slot terakhir kem kepimpinan pengawas.
Pasukan bola jaring negeri menempah slot separuh akhir buat kali pertama sejak 2009.
Ejen pelancongan tanpa lesen dikompaun RM10,000 kerana menipu 19 keluarga.
Ejen hartanah perlu memaparkan nombor pendaftaran pada setiap iklan rumah.
Bonus tahunan kakitangan awam diumumkan menteri pada pembentangan belanjawan.
Log masuk ke portal ibu bapa menggunakan nombor kad pengenalan anak anda.
Jika terlupa kata laluan, klik pautan di bawah butang log masuk untuk menetapkannya semula.
Daftar masuk hotel dibuka pada pukul tiga petang, manakala daftar keluar sebelum tengah hari.
Penyelidik mendapati pertaruhan bola sepak meningkat dua kali ganda sepanjang kejohanan Asia.
Penjaga gol kelab itu digantung kerana terlibat dengan bookie dan pertaruhan bola.
Muka poker jurulatih itu langsung tidak berubah walaupun pasukannya ketinggalan tiga gol.
Nenek saya bermain mahjung bersama jiran setiap petang Ahad, tanpa sebarang wang.
Ubat kuat jenama tidak berdaftar dirampas dalam serbuan di pasar malam.
Doktor menasihati pesakit darah tinggi agar tidak membeli viagra daripada penjual di media sosial.
Universiti membatalkan ijazah dua graduan yang mengupah orang menulis tesis.
Muat turun aplikasi hanya daripada gedung rasmi, bukan daripada fail apk yang dihantar orang.
Fail APK Jemputan Kahwin Kosongkan Akaun Pesara
Permainan demo ini percuma, tetapi versi penuh berharga RM39 dan memerlukan ruang 12 GB.
Pinjaman segera tanpa penjamin sering menjadi umpan sindiket, tulis kolumnis pengguna kami.
Isteri tertuduh memberitahu mahkamah suaminya ketagih slot sejak kilang ditutup pada 2020.
Laman rasmi sekolah itu digodam, lalu memaparkan tulisan “mega jackpot malam ini” selama sejam.
Suri rumah menang jackpot lima kilogram beras dalam pertandingan teka silang kata.
Kaunselor menyenaraikan tanda ketagihan: berhutang, berbohong, tidak tidur dan asyik memeriksa keputusan loteri.
Belia Tinggalkan Judi, Usahakan Ladang Cili
""",
    }.items()
}
